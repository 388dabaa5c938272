package io.holdfast.page;

import java.util.List;

/**
 * Everything the template writes.
 *
 * @param language tag of the one that is shown first
 * @param title of the page
 * @param purpose what the page answers
 * @param sections in order
 * @param chartData JSON, safe within a script element
 * @param style CSS
 * @param library the drawing library
 * @param script what draws
 */
public record Page(
        String language,
        Both title,
        Both purpose,
        List<Section> sections,
        String chartData,
        String style,
        String library,
        String script) {
    /** Keeps a copy. */
    public Page {
        sections = List.copyOf(sections);
    }
}
