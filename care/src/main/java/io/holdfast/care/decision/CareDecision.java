package io.holdfast.care.decision;

import io.holdfast.care.playbook.CareAction;
import io.holdfast.scoring.dataset.Language;
import java.util.Optional;

/** The care for one customer. */
public sealed interface CareDecision {
    /** What is to be done. */
    CareStatus status();

    /** The action chosen. Whoever acts must look at the status first: with {@link CareStatus#WITHHELD} nobody carries it out. */
    Optional<CareAction> action();

    /** Why there is no care; only with {@link CareStatus#NONE}. */
    Optional<NoCareCause> cause();

    /** What the agent is to do; empty unless the action is to be carried out. */
    String text(Language language);

    /**
     * An action to carry out.
     *
     * @param recommended the action
     */
    record Recommended(CareAction recommended) implements CareDecision {
        @Override
        public CareStatus status() {
            return CareStatus.RECOMMENDED;
        }

        @Override
        public Optional<CareAction> action() {
            return Optional.of(recommended);
        }

        @Override
        public Optional<NoCareCause> cause() {
            return Optional.empty();
        }

        @Override
        public String text(Language language) {
            return recommended.text().in(language);
        }
    }

    /**
     * The shadow of an action: what a held-out customer would have got. It exists so that those who got an action are compared with those who
     * would have got the same one.
     *
     * @param shadow the action that nobody carries out
     */
    record Withheld(CareAction shadow) implements CareDecision {
        @Override
        public CareStatus status() {
            return CareStatus.WITHHELD;
        }

        @Override
        public Optional<CareAction> action() {
            return Optional.of(shadow);
        }

        @Override
        public Optional<NoCareCause> cause() {
            return Optional.empty();
        }

        @Override
        public String text(Language language) {
            return "";
        }
    }

    /**
     * No care.
     *
     * @param why what stood against it
     */
    record None(NoCareCause why) implements CareDecision {
        @Override
        public CareStatus status() {
            return CareStatus.NONE;
        }

        @Override
        public Optional<CareAction> action() {
            return Optional.empty();
        }

        @Override
        public Optional<NoCareCause> cause() {
            return Optional.of(why);
        }

        @Override
        public String text(Language language) {
            return "";
        }
    }
}
