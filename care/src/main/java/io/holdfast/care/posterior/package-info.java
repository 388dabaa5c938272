/** What is believed of effects: reads measured cells and the playbook's expectations, produces effects to plan by. */
@NullMarked
package io.holdfast.care.posterior;

import org.jspecify.annotations.NullMarked;
