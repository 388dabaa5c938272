package io.holdfast.page;

import java.util.List;

/**
 * A part of the page.
 *
 * @param id for links
 * @param title over it
 * @param blocks in order
 */
public record Section(String id, Both title, List<Block> blocks) {
    /** Keeps a copy. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
