"""What is to be done with a plan now: which steps apply, when, and what the documents already show of them."""

from plancheck.detect.procedure.moments import CompiledMoment, compile_moment
from plancheck.detect.procedure.steps import CompiledStep, Situation, compile_step, plan_steps

__all__ = ["CompiledMoment", "CompiledStep", "Situation", "compile_moment", "compile_step", "plan_steps"]
