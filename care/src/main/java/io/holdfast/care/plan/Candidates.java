package io.holdfast.care.plan;

import java.util.List;

/** What each row may be given, after everything that stands against a play, and what that gains and costs. Rows of one customer are a group. */
final class Candidates {
    /** A row's plays are the bits of a long. */
    static final int MOST_PLAYS = Long.SIZE;

    private final List<PlanCustomer> customers;
    private final Groups groups;
    private final List<PlayTerms> terms;
    private final PlanCause[] screened;
    private final long[] found;
    private final long[] left;
    private long choosers;

    Candidates(List<PlanCustomer> customers, Groups groups, List<PlayTerms> terms, Screening screening) {
        this.customers = customers;
        this.groups = groups;
        this.terms = terms;
        this.screened = new PlanCause[customers.size()];
        this.found = new long[customers.size()];
        this.left = new long[customers.size()];
        for (int row = 0; row < screened.length; row++) {
            screen(row, screening.screen(customers.get(row)));
        }
        for (int group = 0; group < groups.count(); group++) {
            spreadRefusal(group);
            boolean any = false;
            for (int i = groups.start(group); i < groups.end(group); i++) {
                any |= left[groups.row(i)] != 0;
            }
            choosers += any ? 1 : 0;
        }
    }

    private void screen(int row, Screening.Screened result) {
        screened[row] = result.cause();
        for (Found each : result.found()) {
            found[row] |= 1L << each.play();
            if (!terms.get(each.play()).isStopped(customers.get(row))) {
                left[row] |= 1L << each.play();
            }
        }
        if (left[row] == 0 && found[row] != 0) {
            screened[row] = PlanCause.HARMFUL;
        }
        if (customers.get(row).otherUnitEngaged()) {
            leaveServices(row);
        }
    }

    /** At most one play for a customer, whichever plan it is of: what another unit has already takes nobody's right, and leaves nothing else. */
    private void leaveServices(int row) {
        screened[row] = orOwn(PlanCause.OTHER_UNIT, row);
        for (int play = 0; play < terms.size(); play++) {
            if (!isService(play)) {
                left[row] &= ~(1L << play);
            }
        }
    }

    /** Who objects, or wants no contact, does so for all their units. */
    private void spreadRefusal(int group) {
        PlanCause refusal = PlanCause.NO_CAPACITY;
        for (int i = groups.start(group); i < groups.end(group); i++) {
            PlanCause cause = screened[groups.row(i)];
            refusal = cause.compareTo(refusal) < 0 ? cause : refusal;
        }
        for (int i = groups.start(group); i < groups.end(group) && refusal.isRefusal(); i++) {
            if (screened[groups.row(i)] != PlanCause.ALREADY_LEFT) {
                screened[groups.row(i)] = refusal;
            }
            found[groups.row(i)] = 0;
            left[groups.row(i)] = 0;
        }
    }

    Groups groups() {
        return groups;
    }

    /** Customers with something to choose from. */
    long choosers() {
        return choosers;
    }

    /** What a play costs on average, if it does nothing, of those whom it may be tried on with a gain; 0 where there is nobody. */
    double atRisk(int play) {
        double sum = 0;
        long count = 0;
        for (int row = 0; row < screened.length; row++) {
            if (mayBeTried(row, play)) {
                sum += terms.get(play).costWithoutEffect(customers.get(row));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    int rows() {
        return screened.length;
    }

    int plays() {
        return terms.size();
    }

    PlanCustomer customer(int row) {
        return customers.get(row);
    }

    /** Whether a row may be given a play. */
    boolean may(int row, int play) {
        return (left[row] >>> play & 1) != 0;
    }

    /** Whether a row may be given a play with a gain that nobody knows yet. */
    boolean mayBeTried(int row, int play) {
        return may(row, play) && terms.get(play).explores(customers.get(row)) && gain(row, play) > 0;
    }

    /** Whether a row met everything a play asks, though the play may be stopped by now. */
    boolean met(int row, int play) {
        return (found[row] >>> play & 1) != 0;
    }

    /** A row may be given nothing any more. */
    void close(int row) {
        left[row] = 0;
    }

    /** What stands against a row. */
    PlanCause cause(int row) {
        return screened[row];
    }

    void setCause(int row, PlanCause cause) {
        screened[row] = cause;
    }

    /** A cause that concerns whoever has a play to get; of the others, what stands against them. */
    PlanCause orOwn(PlanCause cause, int row) {
        for (int play = 0; play < terms.size(); play++) {
            if (may(row, play) && (isService(play) || gain(row, play) > 0)) {
                return cause;
            }
        }
        return screened[row];
    }

    /** Whether customers have a right to a play. */
    boolean isService(int play) {
        return terms.get(play).play().conduct().service();
    }

    /** The number of a play; negative where the playbook has it no more. */
    int play(String code) {
        for (int play = 0; play < terms.size(); play++) {
            if (terms.get(play).play().code().equals(code)) {
                return play;
            }
        }
        return -1;
    }

    /** A customer of unknown margin is served all the same: at a gain of minus the cost. */
    double gain(int row, int play) {
        double gain = terms.get(play).gain(customers.get(row));
        return Double.isNaN(gain) ? -cost(row, play) : gain;
    }

    double cost(int row, int play) {
        return terms.get(play).cost(customers.get(row));
    }
}
