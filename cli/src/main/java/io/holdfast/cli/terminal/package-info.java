/** What the terminal can show: reads text and progress, produces lines that fit its width, and a bar while work goes on. */
@NullMarked
package io.holdfast.cli.terminal;

import org.jspecify.annotations.NullMarked;
