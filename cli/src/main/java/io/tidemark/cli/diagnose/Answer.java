package io.tidemark.cli.diagnose;

import io.tidemark.analysis.finding.Diagnosis;
import io.tidemark.analysis.reading.Readings;

/** A diagnosis, and what it was made from. */
record Answer(Diagnosis diagnosis, Readings readings) {}
