package io.tidemark.model.cgroup;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How near a control group is to having too little memory.
 *
 * @param limit in bytes; empty when there is none
 * @param limitHits how often the limit was reached and something had to be reclaimed
 * @param oomKills how many processes were killed
 * @param pressure the percentage of time in which some task waited for memory, over the last ten seconds
 * @param refaults how many pages of files were read again soon after they were dropped
 */
public record MemoryBounds(
        OptionalLong limit,
        OptionalLong limitHits,
        OptionalLong oomKills,
        OptionalDouble pressure,
        OptionalLong refaults) {}
