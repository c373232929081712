/**
 * JFR recordings as profiles: those of the JDK and those of async-profiler.
 *
 * <p>A recording holds samples of several kinds, and becomes one profile that has a sample type for each, so that {@code
 * -sample_index} reaches every kind and recordings merge and compare by what they have in common. A sample has values of
 * its own kind and zeros for the others; reports leave out what is zero in the type that they show.
 *
 * <pre>
 * sample types                 of the events                                    labels
 * samples, cpu                 jdk.ExecutionSample or, better, CPUTimeSample    frame_type
 * native                       jdk.NativeMethodSample                           state
 * wall                         profiler.WallClockSample                         state
 * alloc_objects, alloc_space   jdk.ObjectAllocationInNewTLAB, OutsideTLAB       class
 * alloc_space                  jdk.ObjectAllocationSample                       class
 * inuse_objects, inuse_space   profiler.LiveObject                              class
 * old_objects, old_space       jdk.OldObjectSample                              class, root, age, elements
 * contentions, delay           jdk.JavaMonitorEnter, and ThreadPark on a lock   lock
 * </pre>
 *
 * <p>All samples have the labels {@code thread} and {@code thread_pool}, which is the thread's name without its number. A
 * kind is there when it has samples, and also when the recording says that it was enabled: then nothing is a result. The
 * type to show first is the first in the list {@code cpu}, {@code wall}, {@code inuse_space}, {@code alloc_space}, {@code
 * delay}, {@code old_objects}, {@code native} that is not zero.
 *
 * <p>What the numbers are:
 *
 * <ul>
 *   <li>A sample of {@code cpu}, {@code native} or {@code wall} counts as the interval at which it was taken. Threads in
 *       native code may be working or waiting, which the JDK does not know: so {@code native} is apart.
 *   <li>Allocations are estimated: a sample stands for all that its thread allocated since the one before. {@code
 *       jdk.ObjectAllocationSample} does not say how large its object is, so there is no number of objects; it is left
 *       out when there are the older, more detailed events.
 *   <li>{@code inuse_space} is scaled from the sampled objects to all, as the heap profile of Go is. The objects of {@code
 *       jdk.OldObjectSample} are at most 256 that the JDK chose with care for leaks; they are counted as they are, because
 *       nothing says how many others each stands for.
 *   <li>Threads that wait for work are not in {@code contentions}: only parking on a lock or a semaphore is.
 * </ul>
 *
 * @see <a href="https://github.com/async-profiler/async-profiler">async-profiler</a>
 */
@NullMarked
package io.tidemark.collect.jfr;

import org.jspecify.annotations.NullMarked;
