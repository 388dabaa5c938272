/** Reads what training found out about a model, produces one page of HTML that people can show to others: pictures, tables and words in two languages. */
@NullMarked
package io.holdfast.training.report;

import org.jspecify.annotations.NullMarked;
