package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clew.platform.concerns.Answer.NO;
import static org.clew.platform.concerns.Answer.UNSAID;
import static org.clew.platform.concerns.Answer.YES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrgencyTest {

  @Test
  void ordersByTheClosedAnswersAlone() {
    List<Answers> inOrder =
        List.of(
            new Answers(YES, YES, YES),
            new Answers(YES, YES, NO),
            new Answers(YES, NO, YES),
            new Answers(YES, NO, NO),
            new Answers(UNSAID, YES, YES),
            new Answers(NO, YES, YES),
            new Answers(NO, YES, NO),
            new Answers(UNSAID, NO, YES),
            new Answers(NO, NO, YES),
            new Answers(UNSAID, UNSAID, UNSAID),
            new Answers(NO, NO, NO));
    List<Answers> shuffled = new ArrayList<>(inOrder);
    Collections.reverse(shuffled);
    shuffled.sort(Comparator.comparingInt(Urgency::rank));
    assertThat(shuffled).isEqualTo(inOrder);
  }

  @Test
  void saysWhyWeightiestFirst() {
    assertThat(Urgency.reasons(new Answers(YES, YES, NO)))
        .containsExactly(Urgency.Reason.DANGER_NOW, Urgency.Reason.CHILD);
    assertThat(Urgency.reasons(Answers.UNSAID)).containsExactly(Urgency.Reason.DANGER_UNSAID);
    assertThat(Urgency.reasons(new Answers(NO, NO, NO)))
        .containsExactly(Urgency.Reason.NO_DANGER_SAID);
    assertThat(Urgency.of(new Answers(YES, NO, NO))).isEqualTo(Urgency.NOW);
    assertThat(Urgency.of(Answers.UNSAID)).isEqualTo(Urgency.SOON);
    assertThat(Urgency.of(new Answers(NO, NO, NO))).isEqualTo(Urgency.IN_TURN);
  }
}
