/** Use cases of parties and sessions, and the directory that other capabilities read. */
package cn.qifeng.trading.party.application;
