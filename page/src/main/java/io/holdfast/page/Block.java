package io.holdfast.page;

import java.util.List;

/** One piece of a section. */
public sealed interface Block {
    /** A paragraph. */
    record Text(Both text) implements Block {}

    /**
     * A claim, crossed out, and what is wrong about it.
     *
     * @param claim of somebody else
     * @param why it is wrong
     */
    record Struck(Both claim, Both why) implements Block {}

    /** Sentences in an order that counts. */
    record Steps(List<Both> sentences) implements Block {
        /** Keeps a copy. */
        public Steps {
            sentences = List.copyOf(sentences);
        }
    }

    /** Figures to be seen first. */
    record Tiles(List<Tile> tiles) implements Block {
        /** Keeps a copy. */
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One such figure.
     *
     * @param name what it is
     * @param value large
     * @param note small, below; may be empty
     */
    record Tile(Both name, Both value, Both note) {}

    /**
     * A table.
     *
     * @param head one per column; the first column holds names, the others figures unless {@code words}
     * @param rows as many cells as the head
     * @param words whether all columns hold words
     * @param lastWords whether the last column does, at the least
     */
    record Table(List<Both> head, List<List<Both>> rows, boolean words, boolean lastWords) implements Block {
        /** How many columns of words make it better not to break the others. */
        private static final int MANY = 6;

        /** One of names and figures, or of words alone. */
        public Table(List<Both> head, List<List<Both>> rows, boolean words) {
            this(head, rows, words, words);
        }

        /** One of names and figures, whose last column holds words. */
        public static Table endingInWords(List<Both> head, List<List<Both>> rows) {
            return new Table(head, rows, false, true);
        }

        /** What the style sheet calls it. */
        public String kind() {
            if (words) {
                return head.size() > MANY ? "words even" : "words";
            }
            return lastWords ? "figures ended" : "figures";
        }

        /** Keeps copies. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Sentences that were found while training, which exist in English only. */
    record Findings(List<String> sentences) implements Block {
        /** Keeps a copy. */
        public Findings {
            sentences = List.copyOf(sentences);
        }
    }

    /** Pictures side by side. */
    record Charts(List<Figure> figures) implements Block {
        /** Keeps a copy. */
        public Charts {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A picture with its words.
     *
     * @param id of the element, unique on the page
     * @param title over it
     * @param note below it; may be empty
     * @param chart what is drawn
     */
    record Figure(String id, Both title, Both note, Chart chart) {}
}
