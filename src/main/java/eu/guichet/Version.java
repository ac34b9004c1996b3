package eu.guichet;

import picocli.CommandLine.IVersionProvider;

/** Tells the module's version and the Java it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Guichet.class.getModule().getDescriptor().rawVersion().orElse("(not packaged)");
        return new String[] {"guichet " + version + " (Java " + Runtime.version() + ")"};
    }
}
