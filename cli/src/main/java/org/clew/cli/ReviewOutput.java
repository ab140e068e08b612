package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.Entities;
import org.clew.linkage.Question;
import org.clew.linkage.WeightText;

/// The judgements that were made, and below them the pairs that are worth a person's judgement
/// next: in the shape in which judgements are read.
record ReviewOutput(LinkInput input, Entities entities, JudgementSheet judgements) {

  /// So many pairs are asked about at most: more than a person does in a day.
  private static final int MOST = 500;

  private static final List<String> BESIDE =
      List.of("question", "match_weight", "match_probability", "left", "right");

  /// Writes the file; answers how many pairs are asked about.
  int write(Path file) {
    List<Question> questions = entities.questions(MOST);
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          List<String> headings = new ArrayList<>(JudgementSheet.HEADINGS);
          headings.addAll(BESIDE);
          csv.row(headings);
          for (List<String> judged : judgements.judged()) {
            List<String> cells = new ArrayList<>(judged);
            BESIDE.forEach(_ -> cells.add(""));
            csv.row(cells);
          }
          for (Question question : questions) {
            csv.row(cells(question));
          }
        });
    return questions.size();
  }

  private List<String> cells(Question question) {
    return List.of(
        input.id(question.left()),
        input.id(question.right()),
        "",
        "",
        "",
        "",
        why(question),
        WeightText.bits(question.weight()),
        WeightText.probability(question.weight()),
        said(question.left()),
        said(question.right()));
  }

  private static String why(Question question) {
    return switch (question.why()) {
      case ONLY_LINK ->
          "linked; nothing else holds %,d and %,d rows together"
              .formatted(question.leftRows(), question.rightRows());
      case JUST_LINKED -> "linked";
      case JUST_BELOW ->
          question.leftRows() + question.rightRows() == 2
              ? "not linked"
              : "not linked; would join %,d and %,d rows"
                  .formatted(question.leftRows(), question.rightRows());
      case HELD_APART ->
          "reaches the threshold, but the other pairs of %,d and %,d rows do not bear it out"
              .formatted(question.leftRows(), question.rightRows());
      case RIVAL -> "reaches the threshold, but another row was chosen";
    };
  }

  /// `name: Amina Haddad; phone: 07700 900188`. It begins with a heading, so that no spreadsheet
  /// computes it unless the heading makes it.
  private String said(int row) {
    List<String> all = entities.said(row);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isEmpty()) {
        out.add(String.join(" / ", entities.headings().get(i)) + ": " + all.get(i));
      }
    }
    return String.join("; ", out);
  }
}
