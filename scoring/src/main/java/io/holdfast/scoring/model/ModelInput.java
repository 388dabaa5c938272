package io.holdfast.scoring.model;

/**
 * One input column of a model.
 *
 * @param name the column's name in the customer table
 * @param coding how its values become bins
 */
public record ModelInput(String name, Coding coding) {
    public ModelInput {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: '' (expected: a column name)");
        }
    }
}
