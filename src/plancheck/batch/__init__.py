"""Many files: which they are, judging them in processes, and writing what comes out."""

from plancheck.batch.beside import Judges, beside
from plancheck.batch.collect import Collected, collect
from plancheck.batch.judge import Judge
from plancheck.batch.output import write_whole
from plancheck.batch.run import default_jobs, run

__all__ = ["Collected", "Judge", "Judges", "beside", "collect", "default_jobs", "run", "write_whole"]
