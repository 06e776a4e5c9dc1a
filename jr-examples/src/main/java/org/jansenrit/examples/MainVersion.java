package org.jansenrit.examples;

import picocli.CommandLine.IVersionProvider;

/** The version of the library and of what it runs on. */
final class MainVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "jansen-rit " + (version == null ? "(not packaged)" : version),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
