/** What became of customers, and what that says: reads the columns of a file and the replies of a store, produces rows to report and lines to read. */
@NullMarked
package io.holdfast.cli.outcomes;

import org.jspecify.annotations.NullMarked;
