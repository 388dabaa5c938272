/** API keys: reads and writes the file that holds their hashes, produces the verdict on a key that a request shows. */
@NullMarked
package io.holdfast.serving.keys;

import org.jspecify.annotations.NullMarked;
