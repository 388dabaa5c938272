/** Reads sections of words, figures and pictures, produces one page of HTML in two languages that needs no other file. */
@NullMarked
package io.holdfast.page;

import org.jspecify.annotations.NullMarked;
