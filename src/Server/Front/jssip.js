// The telephone in the page speaks SIP through this; deploy/provision-front bundles it into one file of our own origin.
export { default } from "jssip";
