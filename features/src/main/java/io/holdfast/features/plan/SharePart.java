package io.holdfast.features.plan;

import io.holdfast.scoring.dataset.LocalizedText;

/**
 * A part of a whole that shares are of.
 *
 * @param column its part of the column's name
 * @param value the kind, or the value of the category
 * @param names what people call it
 * @param reason the code of the reason that its share is evidence for
 */
record SharePart(String column, String value, LocalizedText names, String reason) {}
