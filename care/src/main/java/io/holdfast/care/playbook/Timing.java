package io.holdfast.care.playbook;

import io.holdfast.care.calendar.Holiday;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** When a play is due. */
public sealed interface Timing {
    /**
     * The next time it is due.
     *
     * @param day nothing is due before
     * @param dates the customer's dates, by column
     * @return empty if there is no such date, or it has passed
     */
    Optional<Due> due(LocalDate day, Function<String, Optional<LocalDate>> dates);

    /** Whether it is bound to a day of the calendar or of the customer, which then is a trigger by itself. */
    default boolean isOccasion() {
        return true;
    }

    /**
     * A day with its occasion.
     *
     * @param day on which the first step is due
     * @param occasion by which the play has to be done
     * @param name what the occasion is called
     */
    record Due(LocalDate day, LocalDate occasion, LocalizedText name) {}

    /** Today. */
    record AsSoonAsPossible() implements Timing {
        @Override
        public Optional<Due> due(LocalDate day, Function<String, Optional<LocalDate>> dates) {
            return Optional.of(new Due(day, LocalDate.MAX, LocalizedText.none()));
        }

        @Override
        public boolean isOccasion() {
            return false;
        }
    }

    /**
     * A number of days before a date that comes once: the end of a contract.
     *
     * @param column holds it
     * @param daysBefore 0 or more
     */
    record ContractEnd(String column, int daysBefore) implements Timing {
        @Override
        public Optional<Due> due(LocalDate day, Function<String, Optional<LocalDate>> dates) {
            return dates.apply(column)
                    .filter(end -> !end.isBefore(day))
                    .map(end -> before(end, daysBefore, day, LocalizedText.of("end of contract", "合约到期")));
        }
    }

    /**
     * A number of days before a date that comes back every year.
     *
     * @param column holds it
     * @param daysBefore 0 or more
     * @param name what it is called
     */
    record Yearly(String column, int daysBefore, LocalizedText name) implements Timing {
        @Override
        public Optional<Due> due(LocalDate day, Function<String, Optional<LocalDate>> dates) {
            return dates.apply(column)
                    .filter(first -> first.getYear() <= day.getYear())
                    .map(first -> before(next(first, day), daysBefore, day, name));
        }

        private static LocalDate next(LocalDate first, LocalDate day) {
            LocalDate thisYear = first.withYear(day.getYear());
            return thisYear.isBefore(day) ? first.withYear(day.getYear() + 1) : thisYear;
        }
    }

    /**
     * A number of days before a holiday.
     *
     * @param daysBefore 0 or more
     */
    record OnHoliday(Holiday holiday, int daysBefore) implements Timing {
        @Override
        public Optional<Due> due(LocalDate day, Function<String, Optional<LocalDate>> dates) {
            return Optional.of(before(holiday.onOrAfter(day), daysBefore, day, holiday.text()));
        }
    }

    private static Due before(LocalDate occasion, int daysBefore, LocalDate day, LocalizedText name) {
        LocalDate wished = occasion.minusDays(daysBefore);
        return new Due(wished.isBefore(day) ? day : wished, occasion, name);
    }
}
