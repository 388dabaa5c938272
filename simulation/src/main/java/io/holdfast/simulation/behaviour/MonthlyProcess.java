package io.holdfast.simulation.behaviour;

/** One side of a unit's life: moves it on by a month and records what of it a company sees. */
@FunctionalInterface
interface MonthlyProcess {
    void live(Unit unit, Diary diary);
}
