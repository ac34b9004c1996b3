package eu.guichet.desktop.ui;

/** Light or dark, or as the system is set. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
