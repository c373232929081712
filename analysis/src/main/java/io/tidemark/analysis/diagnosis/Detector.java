package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.finding.Finding;
import java.util.List;

/** Looks for one sort of thing. */
interface Detector {
    /** What it finds; empty when there is nothing, or too little was seen to say. */
    List<Finding> findings(Inquiry inquiry);
}
