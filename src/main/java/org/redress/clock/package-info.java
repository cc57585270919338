/**
 * Every day that matters: what day it is, which days are working days, how the law counts them, and the ledger of every
 * clock of every case. No other package may ask what day it is or add days up.
 *
 * <p>Ask {@link org.redress.clock.Now} for the day, {@link org.redress.clock.DayCount} to count,
 * {@link org.redress.clock.Clocks} to start, stop and read the clocks of a case, and
 * {@link org.redress.clock.BankHolidays} and {@link org.redress.clock.ClockRules} to change what counting rests on.
 * Whoever keeps something that stands on a due day (a task, a timer) listens to
 * {@link org.redress.clock.DueDayMoved}, which is published inside the transaction that moved the day.
 */
package org.redress.clock;
