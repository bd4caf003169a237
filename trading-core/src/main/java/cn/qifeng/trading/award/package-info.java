/** Award (定标) under separated evaluation and award: finalists, committee, ballots, notice. */
package cn.qifeng.trading.award;
