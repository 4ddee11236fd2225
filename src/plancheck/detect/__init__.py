"""Where could a requirement stand, is it really there, and which document is this."""

from plancheck.detect.detector import Detector

__all__ = ["Detector"]
