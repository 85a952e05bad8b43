import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Modal as AriaModal,
  Heading,
  ModalOverlay,
} from 'react-aria-components';
import { Button, IconButton } from './button';

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** What it can end with; without it only a cross. */
  actions?: ReactNode;
  wide?: boolean;
};

export function Dialog({ title, isOpen, onClose, children, actions, wide = false }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-shade p-3 pt-[8vh]"
    >
      <AriaModal
        className={`w-full ${wide ? 'max-w-3xl' : 'max-w-lg'} rounded-xl border border-line bg-raised shadow-raised`}
      >
        <AriaDialog className="flex max-h-[84vh] flex-col outline-none">
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="grow text-lg font-semibold">
              {title}
            </Heading>
            <IconButton label="Close" onPress={onClose}>
              <X aria-hidden className="size-4.5" />
            </IconButton>
          </div>
          <div className="min-h-0 grow overflow-y-auto px-5 pb-4">{children}</div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {actions}
            </div>
          )}
        </AriaDialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** Asks before what cannot be taken back. */
export function Confirm({
  title,
  text,
  verb,
  isOpen,
  isPending = false,
  onConfirm,
  onClose,
}: {
  title: string;
  text: ReactNode;
  verb: string;
  isOpen: boolean;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isPending={isPending} onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  );
}
