package io.holdfast.care.diagnosis;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A customer of a group in a month.
 *
 * @param customer whom
 * @param month in which the decision stands or, of the lost, of leaving
 * @param group which
 * @param tier of value, by its code; empty if unknown
 * @param owner the employee or branch; empty if unknown
 * @param model the code of the reason that leads; none without a score
 * @param stated the code that the customer gave last
 * @param confirmed the code that an agent found out last
 * @param answer what care there was
 * @param action of that care; empty without one
 * @param team that was to carry it out; empty without one
 * @param margin of the twelve months up to the end of the month; none where none was reported
 * @param interview whether they may be asked why: neither held out, so that the measurement stays what it is, nor having refused contact
 * @param counted whether a decision about them stood in the month, so that they are among its customers
 */
public record Sighting(
        String customer,
        YearMonth month,
        Group group,
        String tier,
        String owner,
        Optional<String> model,
        Optional<String> stated,
        Optional<String> confirmed,
        Answer answer,
        String action,
        String team,
        OptionalDouble margin,
        boolean interview,
        boolean counted) {}
