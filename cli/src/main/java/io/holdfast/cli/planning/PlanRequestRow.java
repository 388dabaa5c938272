package io.holdfast.cli.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A customer as a request to a server states them.
 *
 * @param line of the table
 * @param id byte for byte
 * @param unit the line, policy or account; empty where the customer is the unit
 * @param household who shares an arm; empty if unknown
 * @param json the entry of the request
 */
record PlanRequestRow(long line, String id, String unit, String household, ObjectNode json) {}
