package io.holdfast.serving.planning;

import io.holdfast.scoring.fault.InputException;

/** A column that the playbook reads holds what its field cannot be. */
public final class WrongCellException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int index;

    WrongCellException(int index, InputException cause) {
        super(cause.getMessage(), cause);
        this.index = index;
    }

    /** Position of the customer, from 0. */
    public int index() {
        return index;
    }
}
