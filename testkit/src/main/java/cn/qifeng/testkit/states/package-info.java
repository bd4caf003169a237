/** Walks every state with every command of the domain's types and writes docs/state-machines.md from what it saw. */
package cn.qifeng.testkit.states;
