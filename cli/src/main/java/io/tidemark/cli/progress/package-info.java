/** What people see while profiles are fetched and read: a bar on a terminal, a line now and then anywhere else. */
@NullMarked
package io.tidemark.cli.progress;

import org.jspecify.annotations.NullMarked;
