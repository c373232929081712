/** Pages of HTML that are one file: nothing is loaded, and nothing runs but what the page was made with. */
@NullMarked
package io.tidemark.analysis.page;

import org.jspecify.annotations.NullMarked;
