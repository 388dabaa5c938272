package io.holdfast.serving.wire;

/** The numbers of the contract that requests and replies share. */
public final class Contract {
    /** Version of the contract, as replies state it: fields are added within it, never removed or renamed. */
    public static final String VERSION = "1.0";

    /** The most customers in one request. */
    public static final int MOST_CUSTOMERS = 1000;

    private Contract() {}
}
