package nl.sluiswachter.transferlog.task;

import java.time.LocalDate;

/**
 * How much of one kind is to be done.
 *
 * @param code of the obligation or review
 * @param number at most {@link Tasks#MOST} and one, which means that there are more
 * @param late of these, how many after their last day
 * @param first the earliest last day; {@link LocalDate#MAX} where no rule gives one
 */
public record Due(String code, long number, long late, LocalDate first) {}
