/** Report review, publicity of finalists, ballots and award notice: the rules. */
package cn.qifeng.trading.award.domain;
