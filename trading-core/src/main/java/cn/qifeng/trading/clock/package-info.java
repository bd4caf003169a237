/** The legal clock (法定时钟): the clock of the database and, in the sandbox, how far it was moved. */
package cn.qifeng.trading.clock;
