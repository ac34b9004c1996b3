package eu.guichet.contract;

/** The three Settlements Offices (bureaux liquidateurs) of the PMO. Their hours and addresses are data, see {@link Office}. */
public enum OfficeCode {
    BRU,
    LUX,
    ISP
}
