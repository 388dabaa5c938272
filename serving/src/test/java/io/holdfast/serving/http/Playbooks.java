package io.holdfast.serving.http;

/** Playbooks for the tiny bundle. */
final class Playbooks {
    /** Answers price by phone and leaves everybody below 30 % alone; nobody is held out. */
    static final String SMALL = """
            format: 1
            name: tiny-care
            jurisdiction: none
            contactThreshold: 0.30
            holdOut: {salt: tiny, share: 0}
            actions:
              - code: bill-review
                reasons: [price]
                channel: phone
                priceAffecting: false
                text:
                  en: "Go through the last bill together."
                  zh-CN: "一起核对最近的账单。"
            """;

    /** The same with half of all held out. */
    static final String HALF_HELD_OUT = SMALL.replace("share: 0}", "share: 0.5}");

    private Playbooks() {}
}
