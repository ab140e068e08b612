package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Dear work is done a little at a time, and a crowd is told to come back.
class TurnsTest {

  private static final Duration COME_BACK = Duration.ofSeconds(7);

  @Test
  void whoFindsTheQueueFullIsToldWhenToComeBack() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var turns = new Turns("dear", 1, 2, COME_BACK);
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first =
          people.submit(
              () ->
                  turns.take(
                      () -> {
                        begun.countDown();
                        goOn.await();
                        return "first";
                      }));
      begun.await();
      List<Future<Object>> crowd = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        crowd.add(people.submit(() -> turns.take(() -> "later")));
      }
      while (crowd.stream().filter(Future::isDone).count() < 3) {
        Thread.sleep(5);
      }
      goOn.countDown();

      assertThat(first.get()).isEqualTo("first");
      int served = 0;
      for (Future<Object> person : crowd) {
        try {
          assertThat(person.get()).isEqualTo("later");
          served++;
        } catch (ExecutionException refused) {
          assertThat(refused.getCause())
              .isInstanceOfSatisfying(
                  TooMany.class, many -> assertThat(many.retryAfter()).isEqualTo(COME_BACK));
        }
      }
      assertThat(served).isEqualTo(2);
      assertThat(turns.taken()).isEqualTo(3);
    }
  }

  @Test
  void runsOnThreadsOfItsOwn() {
    try (var turns = new Turns("dear", 1, 1, COME_BACK)) {
      assertThat(turns.take(() -> Thread.currentThread().getName())).isEqualTo("dear-0");
      assertThat(turns.<Boolean>take(() -> Thread.currentThread().isVirtual())).isFalse();
    }
  }

  @Test
  void whatFailsTakesNobodyElsesTurn() {
    try (var turns = new Turns("dear", 1, 1, COME_BACK)) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("no");
      assertThat(turns.take(() -> "next")).isEqualTo("next");
    }
  }
}
