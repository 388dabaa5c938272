package io.holdfast.cli.planning;

import io.holdfast.serving.batch.RejectedRow;

/**
 * A row that cannot be planned for, since a value of it is at fault.
 *
 * @param position of the row in its file, from 0
 * @param id what stands there as the customer's id, valid or not
 * @param row where it is and what is wrong with it
 */
public record RefusedRow(int position, String id, RejectedRow row) {}
