/** Runs the notebooks' cells without Jupyter: reads their code, expects every cell to compile and to end well. */
@NullMarked
package io.holdfast.notebooks;

import org.jspecify.annotations.NullMarked;
