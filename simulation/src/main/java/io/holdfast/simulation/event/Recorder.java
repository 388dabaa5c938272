package io.holdfast.simulation.event;

/** Hears what the company would record, month by month and, within a month, unit by unit. Called from one thread. */
public interface Recorder {
    /** Nobody listens. */
    Recorder NONE = new Recorder() {
        @Override
        public void event(Event event) {}

        @Override
        public void attribute(AttributeChange change) {}
    };

    /** An event. */
    void event(Event event);

    /** An attribute has a first or a new value. */
    void attribute(AttributeChange change);
}
