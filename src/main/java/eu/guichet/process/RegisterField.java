package eu.guichet.process;

/** What of a person's data in the register can change. */
public enum RegisterField {
    NAME,
    BIRTH_DATE,
    OFFICE,
    LANGUAGES,
    ADDRESS,
    EMAIL,
    PHONE
}
