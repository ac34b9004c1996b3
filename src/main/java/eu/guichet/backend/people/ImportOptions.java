package eu.guichet.backend.people;

/**
 * How a table of people is taken.
 *
 * @param acceptDamaged whether those are taken whose e-mail or phone alone is at fault, without it, and rows with other faults
 *     are left out; else one fault and nobody is taken
 * @param changes whether the table has the pension number and some other columns, in which people on file have changed
 * @param everyFault whether all faults are kept, or as many as somebody can still work through
 */
public record ImportOptions(boolean acceptDamaged, boolean changes, boolean everyFault) {
    public static final ImportOptions STANDARD = new ImportOptions(false, false, false);
}
