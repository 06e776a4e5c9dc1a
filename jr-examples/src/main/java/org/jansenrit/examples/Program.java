package org.jansenrit.examples;

/** A program with arguments like {@code --small} and {@code --out=DIR}. */
@FunctionalInterface
interface Program {
  /** Runs it; what it finds is printed and written. */
  void run(String... args) throws Exception;
}
