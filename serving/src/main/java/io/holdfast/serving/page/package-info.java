/** Reads what was found out about care and about leaving, produces pages of HTML for people. */
@NullMarked
package io.holdfast.serving.page;

import org.jspecify.annotations.NullMarked;
