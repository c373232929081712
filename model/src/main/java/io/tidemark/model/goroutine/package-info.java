/**
 * Go's dumps of goroutines, read as profiles: the page {@code /debug/pprof/goroutine?debug=2}, and what a program prints
 * when it panics or gets SIGQUIT.
 *
 * <p>Unlike the goroutine profile, a dump says what each goroutine waits for, for how long, and who started it. In a
 * profile these become labels, so that everything that filters and groups by labels can ask for them: {@code
 * -tagfocus=state=chan.receive}, {@code -tagroot=creator}, {@code -tagfocus=wait=10minutes:}.
 */
@NullMarked
package io.tidemark.model.goroutine;

import org.jspecify.annotations.NullMarked;
