package io.holdfast.care.playbook;

/** What a playbook can read of a customer from a column. */
public enum CustomerField {
    /** The line, policy or account that may leave. */
    UNIT("unit"),
    /** Who shares one arm. */
    HOUSEHOLD("household"),
    /** The employee or branch. */
    OWNER("owner"),
    /** The only channel the customer likes, by its code. */
    CHANNEL("preferredChannel"),
    /** Flag: wants no contact. */
    OPTED_OUT("optedOut"),
    /** Flag: objects to profiling. */
    OBJECTS("objectsToProfiling"),
    /** Flag: has left. */
    LOST("lost"),
    /** Probability of a lost customer to come back unasked. */
    RETURN("returnProbability"),
    /** Flag: agrees to calls. */
    CONSENT_PHONE("consentPhone"),
    /** Flag: agrees to messages. */
    CONSENT_MESSAGE("consentMessage"),
    /** Flag: agrees to e-mails. */
    CONSENT_EMAIL("consentEmail"),
    /** Flag: agrees to letters. */
    CONSENT_LETTER("consentLetter"),
    /** Flag: agrees to visits. */
    CONSENT_IN_PERSON("consentInPerson"),
    /** Flag: a complaint is open. */
    COMPLAINT("openComplaint"),
    /** Flag: called to cancel. */
    CANCELLATION_CALL("cancellationCall"),
    /** Flag: is vulnerable. */
    VULNERABLE("vulnerable"),
    /** Flag: filed a request to take the number elsewhere. */
    PORT_REQUEST("portRequest"),
    /** Flag: filed a cancellation. */
    CANCELLATION_REQUEST("cancellationRequest"),
    /** Day of the last contact the company started. */
    LAST_CONTACT("lastContact"),
    /** Code of the action it was for. */
    LAST_ACTION("lastAction"),
    /** Code of the last event that can trigger a play. */
    EVENT("event"),
    /** Day of that event. */
    EVENT_DAY("eventDay"),
    /** Margin over the value period if the customer is kept; else it is the value times {@code margin.perValue}. */
    MARGIN("marginIfKept");

    private final String key;

    CustomerField(String key) {
        this.key = key;
    }

    /** As playbooks write it. */
    public String key() {
        return key;
    }
}
