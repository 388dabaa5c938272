package io.holdfast.serving.planning;

import io.holdfast.scoring.score.CustomerRecord;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A customer to plan for.
 *
 * @param id byte for byte
 * @param customer the values to score; none for who objects to profiling, or has left
 * @param left whether it is for having left
 * @param cells by the column's name, empty where there is none
 */
public record PlanEntry(String id, Optional<CustomerRecord> customer, boolean left, UnaryOperator<String> cells) {}
