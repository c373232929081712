/**
 * The call graph: samples summed into nodes and edges.
 *
 * <p>Nodes are numbered before a sample is looked at, so summing is arithmetic over arrays; {@link
 * io.tidemark.analysis.graph.Node} objects are made at the end, for the nodes that stay.
 */
@NullMarked
package io.tidemark.analysis.graph;

import org.jspecify.annotations.NullMarked;
