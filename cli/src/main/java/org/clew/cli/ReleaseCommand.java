package org.clew.cli;

import java.util.List;

/// `clew release`: what may be given away of a list without giving anybody away.
final class ReleaseCommand {

  static final String USAGE =
      """
      Usage: ./clew release risk IN.csv --quasi A,B,C [OPTION…]
             ./clew release kanon generalise IN.csv --quasi A,B,C --k K --out OUT.csv [OPTION…]
             ./clew release cells IN.csv --by A,B --out TABLE.csv [OPTION…]
             ./clew release codebook IN.csv --out C.json
             ./clew release aggregate IN.csv --out OUT.tsv [OPTION…]
             ./clew release synth IN.csv --codebook C.json --epsilon E --out DIR [OPTION…]
             ./clew release audit IN.csv --codebook C.json --epsilon E --out DIR [OPTION…]
             ./clew release kanon synth IN.csv --codebook C.json --k K --out DIR [OPTION…]
             ./clew release account open FILE --epsilon E [OPTION…]
             ./clew release account show FILE [OPTION…]
             ./clew release federated join|plan|check|contribute|total … [OPTION…]

      """
          + RiskCommand.USAGE
          + "\n"
          + GeneraliseCommand.USAGE
          + "\n"
          + CellsCommand.USAGE
          + "\n"
          + BandOptions.USAGE
          + "\n"
          + CodebookCommand.USAGE
          + "\n"
          + AggregateCommand.USAGE
          + "\n"
          + SynthCommand.USAGE
          + "\n"
          + AuditCommand.USAGE
          + "\n"
          + KanonSynthCommand.USAGE
          + "\n"
          + FederatedCommand.USAGE
          + "\n"
          + AccountCommand.USAGE
          + """

      With kanon, cells, aggregate, synth and federated contribute:
      """
          + Accounting.USAGE
          + """

        --delimiter C     what stands between cells; --encoding NAME: how the text is written. Default: found out

      Which is for what: docs/guides/releasing-lists.md
      Exit codes: 0 done, 2 usage, 3 bad input, 4 stopped, 5 an audit found what must not be.""";

  private ReleaseCommand() {}

  /// @param words what stands after `release`, one at least
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    List<String> rest = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "risk" -> RiskCommand.run(rest, terminal);
      case "cells" -> CellsCommand.run(rest, terminal);
      case "kanon" -> KanonCommand.run(rest, terminal);
      case "codebook" -> CodebookCommand.run(rest, terminal);
      case "aggregate" -> AggregateCommand.run(rest, terminal);
      case "account" -> AccountCommand.run(rest, terminal);
      case "synth" -> SynthCommand.run(rest, terminal);
      case "audit" -> AuditCommand.run(rest, terminal);
      case "federated" -> FederatedCommand.run(rest, terminal);
      default ->
          throw Ending.usage(
              "release knows risk, kanon, cells, codebook, aggregate, synth, audit, federated and account, not %s."
                  .formatted(words.getFirst()));
    }
  }
}
